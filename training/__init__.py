"""How the model was made: corpora, network, training, evaluation, export. Not part of the installed package."""
