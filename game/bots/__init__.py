"""Bots that play over the same socket as phones do, and the demo that lets a room full of them play a workshop.

They know the rules' words and documents, and nothing of the server, the store or the library: what they need beyond the
wire (the rubric, authored replies, tickets) the composition root hands them.
"""
