"""Speed and memory of `digest build` and `digest extract`, beside their peers."""
