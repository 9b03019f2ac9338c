"""The screens: everything visible is drawn from a `Scene`; the only room that imports Textual."""
