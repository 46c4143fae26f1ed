"""The command line: argv, terminals, configuration files and exit statuses."""
