"""The version, the same as that of the binary."""

__version__ = "0.1.0"
