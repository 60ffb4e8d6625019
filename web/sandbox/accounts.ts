export interface Account {
  id: string;
  subdomain: string;
  name: string;
  suspended: boolean;
  /** How many jobs and candidates it has. */
  size: number;
}

/** The sandbox's accounts; every other subdomain is unknown. */
export const accounts: readonly Account[] = [
  { id: "b4e8e", subdomain: "acme", name: "Acme", suspended: false, size: 3 },
  { id: "c51f0", subdomain: "globex", name: "Globex", suspended: false, size: 1 },
  { id: "d7a29", subdomain: "umbrella", name: "Umbrella", suspended: true, size: 2 },
  { id: "e90c3", subdomain: "initech", name: "Initech", suspended: false, size: 0 },
];

export function findAccount(subdomain: string): Account | undefined {
  return accounts.find((account) => account.subdomain === subdomain);
}
