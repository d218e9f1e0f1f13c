"""The rules of play: commands in, events out. Standard library only; knows no clock, chance, network or storage."""
