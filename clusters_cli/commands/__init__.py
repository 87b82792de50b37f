"""The command line: each module reads options, calls one room and hands the result on."""
