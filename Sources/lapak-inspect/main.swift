import LapakInspectionChild

// Reads one file that somebody sent, with as few rights as a process can have, and answers what it is.
InspectionChild.main()
