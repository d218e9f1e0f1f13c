"""Learns the rubric's tables from authored text: which words follow each other, and what replies do. Not needed to play.

    python -m game.rubric.training grammar     writes content/rubric/grammar.json (needs nothing else)
    python -m game.rubric.training head        writes content/rubric/head.onnx, head.json, vocabulary.txt (about an hour)
    python -m game.rubric.training bars        sets the head's bars anew after a change of cues (a minute)

The head needs the dependency group `training`. It learns only from files of this project, so anybody can repeat it:

    examples    authored replies as numbers
    strangers   replies beside other customers
    pretrained  the sentence model it begins with
    network     the network, and how it learns
    wordings    what it shows as similar
    bars        from which chance on it is believed
    graph       the network as a file
"""
