"""What leaves the desk: formats, the clipboard chain, exports."""
