"""Getting revisions: git, files, folders and standard input to snapshots. Reads only; nothing of a repository is run or written."""
