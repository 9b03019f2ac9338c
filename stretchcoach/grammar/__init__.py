"""What people say, typed or heard, and what it can mean: text in, phrases of the vocabulary out; ``meaning`` begins it.

It knows nothing of the coach: ``core.phrases`` decides what a phrase means at the moment.
"""
