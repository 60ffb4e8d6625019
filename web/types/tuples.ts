/** `Table` says by name what there is, and what comes along with it. */
export type Tuples<Table> = { [Name in keyof Table]: [Name, ...Extract<Table[Name], unknown[]>] }[keyof Table];

/** What does the deeds of a transition, by their names. */
export type WorldOf<Deeds> = { [Name in keyof Deeds]: (...values: Extract<Deeds[Name], unknown[]>) => void };
