/** An ATS that people look for and that has no file: with the reason, so that nobody adds it by mistake. */
export const leftOut: readonly { name: string; why: string }[] = [
  {
    name: "Greenhouse, Harvest v1 and v2",
    why: "Greenhouse said that it removes both on 31 August 2026, with their API keys. Greenhouse is connected by Harvest v3 instead, whose credentials an admin makes in the same place",
  },
  {
    name: "TalentLyft",
    why: "Its terms do not let a product ask customers for their access token; it wants OAuth",
  },
  {
    name: "Comeet (Spark Hire Recruit)",
    why: "The token of its careers site reads only what is public, and the company’s UID, which stands in each path, holds a dot; a field that fills a path holds none. Its other API wants a JWT signed with a secret of the partner’s",
  },
  {
    name: "Gem, by a shareable access key",
    why: "That key works only together with a secret that Gem gives to each partner. Gem is connected by the API key of the customer’s own team",
  },
  {
    name: "Personio Recruiting",
    why: "Its key only sends applications in. There is no request that proves the key and changes nothing",
  },
  { name: "Personio", why: "A client ID and a secret for its HR data, not for recruiting" },
  {
    name: "Bullhorn",
    why: "OAuth 2, then a session with an address of its own for each data centre; nothing that can be pasted",
  },
  { name: "iCIMS", why: "iCIMS itself gives out the credentials, to partners it has a contract with" },
  { name: "JobAdder", why: "OAuth 2 only, after JobAdder has approved the partner" },
  { name: "JobDiva", why: "The name and password of an API user, exchanged for a token; no key" },
  { name: "Vincere", why: "OAuth 2, with a key of the customer’s beside it" },
  { name: "Workday Recruiting", why: "An address for each tenant, and a user or client of its integration system" },
  { name: "Zoho Recruit", why: "OAuth 2 only" },
];
