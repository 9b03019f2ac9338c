"""Scripts that rebuild the recogniser's weights and their figures; see README.md."""
