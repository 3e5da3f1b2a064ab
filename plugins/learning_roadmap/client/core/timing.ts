/* Marks the start of the client, for measurements. The first of all modules. */

performance.mark("roadmap-start");
