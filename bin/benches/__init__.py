"""One module for each figure; each has `measure(arguments) -> {name: number}`."""
