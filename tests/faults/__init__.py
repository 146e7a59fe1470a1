"""Bad luck, tried out: a build that is killed, or refused something, at each of its system calls."""
