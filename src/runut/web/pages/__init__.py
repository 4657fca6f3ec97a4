"""The pages of the desk; each module has `routes`."""
