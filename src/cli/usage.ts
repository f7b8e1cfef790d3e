/** A command line that cannot be run as it was typed; the message shows the right form. */
export class UsageFault extends Error {}
