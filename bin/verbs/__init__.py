"""One module for each verb; each has `main(arguments) -> exit code`."""
