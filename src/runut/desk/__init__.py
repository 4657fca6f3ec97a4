"""The desk: joins store and reading; what was taken in is read, grouped, told, searched and corrected."""
