"""From files to a model, or problems that say where and what to do."""
