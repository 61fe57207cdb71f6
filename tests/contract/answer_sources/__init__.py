"""The rows that `test_answer_values` reads through the API, and what it must read."""
