"""Quality of main-content extractors, side by side on one benchmark folder."""
