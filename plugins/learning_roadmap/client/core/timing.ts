/* When the client began, for those who measure it. First of all modules. */

performance.mark("roadmap-start");
