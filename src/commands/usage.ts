/** Thrown for what the person at the keyboard can mend by other words; the process ends with 64. */
export class UsageProblem extends Error {}
