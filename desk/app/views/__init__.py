"""What the panes and screens show, as values: read in one go, drawn by whoever asks."""
