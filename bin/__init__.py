"""The verbs of a checkout: run, test, bench. Standard library only, because they install everything else."""
