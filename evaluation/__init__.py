"""Quality of what `digest extract` finds, with floors; and the training of its weights."""
