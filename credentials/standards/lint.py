def lint_credential(document):
    return []
