"""One workshop's queue, clock and alarms; speaks to the edges through ports and knows none of them."""
