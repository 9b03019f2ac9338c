"""Writing a routine: the text of its file goes in, a change is asked for, and the text with only that change comes out.

``layout`` finds where each key, step and remark stands, ``fields`` says what a form can hold, ``toml_values`` turns
what was typed into TOML, ``draft`` makes the changes.  Pure: nothing here reads or writes a file.
"""
