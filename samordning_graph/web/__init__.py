"""The program in a page: no installation, and nothing leaves the machine. A worker of the page calls `session`."""
