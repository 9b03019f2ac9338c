"""What is said of the machine: its folders, its screen, and names that were misspelt."""

MAY_GO_DARK = "The screen may go dark during the session: this machine gives no way to prevent it."
NO_HOME = "There is no home folder, so settings and routines last only until the next restart."
NOT_THERE = "does not exist"
SCREEN_READER = "A screen reader"


def no_such_user(name: str) -> str:
    return (
        f"STRETCHCOACH_HOME says {name}, but there is no such user; settings and routines last only until "
        "the next restart."
    )


def not_looked_at(path: object, folder: object) -> str:
    return f"{path} is not looked at: own routines lie in {folder}."


def meant_perhaps(name: str) -> str:
    return f" Did you mean '{name}'?"


def guessed_name(name: str) -> str:
    return f" (did you mean {name}?)"
