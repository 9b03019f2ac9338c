"""What the command line tells of what it did, found or is about to do."""

NOTHING_TO_LIST = "There are no cramps to list."
DELETE_THE_WHOLE_DIARY = "Delete the whole diary, for good?"
STILL_TOLD = "What you told it about yourself is still there; 'stretchcoach profile delete' deletes it."
NOT_ENOUGH_YET = "not enough yet"
BY_THE_HOUR = "By the hour"
BY_SIDE = "By side"
POSSIBLE_CAUSES = "Possible causes"
MEAN_PAIN = "Pain at its worst, mean"
HIGHEST_PAIN = "Pain at its worst, highest"
NIGHTS_DISTURBED = "Nights disturbed in 28 days"
WEEKS_IN_A_ROW = "Weeks in a row"
REPLACE_TAKES = "; --replace takes those of the file"
MAKE_A_REMINDER = "'stretchcoach remind' makes a reminder for your calendar."
NOT_STARTED = "It hasn't been started. To start it: 'stretchcoach programme bedtime start'."
UNREADABLE_PART = "what could not be read"
NOTHING_TO_DELETE = "There was nothing to delete."
NOT_TOLD = "not told"
ASKED_AGAIN = "; will be asked again"
NO_QUESTIONS_WAIT = "No questions are waiting."
PLAYED_A_PART = "What may have played a part:"
HOW_MUCH = "Type how much it is, like 30 s hold or 10 reps each leg. n: it is a note. Enter: leave it out."
MY_EXERCISES = "My exercises"
NO_EXERCISE = " There is no exercise in it, so nothing was written."
NOTHING_WRITTEN = " Nothing was written."
ANOTHER_WORD = "(another word)"
LISTENING = "Listening. Ctrl-C ends it."
FORGOTTEN = "What was learnt is forgotten."
NOTHING_HAD_BEEN_LEARNT = "Nothing had been learnt."
OPEN_AGAIN = "Open it again?"
WELL_DONE = "That's all of it. Well done."
CALF_CRAMP = "Calf cramp"
NONE_FITS = "No routine fits all of that."
UNTIL_YOU_GO_ON = "until you go on"
KEEP_BASH = "To keep it: stretchcoach completion bash > ~/.local/share/bash-completion/completions/stretchcoach"
KEEP_ZSH = "To keep it: stretchcoach completion zsh > a folder of $fpath, as _stretchcoach"
KEEP_FISH = "To keep it: stretchcoach completion fish > ~/.config/fish/completions/stretchcoach.fish"
USER_COMMANDS = "User Commands"
EXIT_STATUS = "0 when all went well, 1 for a failure, 2 for wrong use, 130 after Ctrl-C."
WHAT_STAYS = "These files stay until you delete them:"
FOLDER_EMPTY = ": nothing"
TAKE_ALONG = (
    "'stretchcoach diary export --json --out FILE' saves a copy of your diary; after that you can delete these folders."
)
DELETE_ALL_LEAVES = (
    "'stretchcoach diary delete --all' deletes everything about cramps and sessions, but not your routines."
)
NO_DEVICES = "No loudspeaker and no microphone was found."


def written_down(brief: str) -> str:
    return f"Written down. 'stretchcoach diary delete {brief}' removes it again."


def gone_for_good(brief: str) -> str:
    return f"{brief} is gone for good."


def older_copies(copies: str) -> str:
    return f"Older copies may still hold it: {copies}."


def deleted(brief: str) -> str:
    return f"{brief} is deleted. 'stretchcoach diary undo {brief}' brings it back."


def remainder_gone(brief: str) -> str:
    return f"{brief}, what was left of a session, is gone."


def in_the_diary(brief: str) -> str:
    return f"{brief} is in the diary."


def mostly_between(median: str, quarter: str, most: str) -> str:
    return f"{median}, mostly {quarter} to {most}"


def written_file(file: object) -> str:
    return f"Written: {file}"


def rows_left_out(rows: str) -> str:
    return f"Left out: {rows} with a mistake."


def night_noted(night: object, cramps: int) -> str:
    return f"Noted for the night to {night}: {cramps}."


def kept(place: object, key: str, value: str) -> str:
    return f"Saved in {place}: {key} {value}."


def forgotten(key: str) -> str:
    return f"{key} is forgotten."


def own_routines(folder: object) -> str:
    return f"Your own routines go into {folder}."


def is_right(path: object) -> str:
    return f"{path} is valid."


def defaults_count(path: object) -> str:
    return f"{path} is not there, so the defaults apply."


def cause(name: str, evidence: str, why: str) -> str:
    return f"  {name} (evidence {evidence}). {why}"


def stretches_that_fit(routine: str) -> str:
    return f"    - Stretches that fit: stretchcoach run {routine}"


def asked_next(question: str) -> str:
    return f"Would be asked next: {question}"


def sheet_line(number: int, line: str) -> str:
    return f"Line {number}: {line}"


def lines_understood(lines: str, asked: int) -> str:
    return f"{lines} understood, {asked} to ask about."


def written_and_starts(path: str, name: str) -> str:
    return f" Written to {path}; 'stretchcoach run {name}' starts it."


def would_come_in(name: str) -> str:
    return f"Would be saved as {name}."


def taken_in(path: object, name: str) -> str:
    return f"Saved as {path}. 'stretchcoach run {name}' starts it."


def learnt(words: str) -> str:
    return f"Learnt: {words}. 'stretchcoach listen forget' forgets it."


def from_titled(app: str, title: str) -> str:
    return f"From {app}: {title}."


def made_of(app: str) -> str:
    return f"Made from a {app} file by `stretchcoach import`."


def from_app(app: str) -> str:
    return f"From {app}."


def opens_and_plays(name: str) -> str:
    return f"'stretchcoach edit {name}' opens it, 'stretchcoach run {name}' plays it."


def copied(path: object) -> str:
    return f"{path} is a copy of your own now."


def long_line(letters: int, most: int) -> str:
    return f"The line has {letters:,} letters; some chats take no more than {most:,}."


def written_to(path: object) -> str:
    return f"Written to {path}."


def goes_on_with(draft: object) -> str:
    return f"Carrying on with {draft}."


def sound_written(path: object, length: str, chapters: int) -> str:
    return f"Written to {path}: {length}, {chapters} chapters."


def page_written(path: object, megabytes: float) -> str:
    return f"Written to {path}: {megabytes:.1f} MB, one file that needs nothing else."


def fits_into(minutes: float) -> str:
    return f" (fits into {minutes:g})"


def files_checked(files: str, errors: str, warnings: str) -> str:
    return f"{files} checked, {errors}, {warnings}."


def reader_runs(reader: str) -> str:
    return f"{reader} is running, so the coach does not speak. Start with --voice to hear it."


def to_remove(command: str) -> str:
    return f"To remove the program: {command}"


def by_pip(python: str, folder: object) -> str:
    return f'"{python}" -m pip uninstall stretchcoach (or delete {folder}, if it was made for this program alone)'


def not_installed(packages: str) -> str:
    return f"not installed ({packages})"


def voice_chosen(engine: str, voice: str, rate: int) -> str:
    return f"{engine}, {voice}, {rate} words a minute"


def speaks_now(voice: str) -> str:
    return f"{voice} speaks from now on."


def suits_whom(audience: str) -> str:
    return f"Suits: {audience}"
