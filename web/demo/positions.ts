export interface Candidate {
  name: string;
  stage: string;
  applied: string;
}

export interface Position {
  id: string;
  title: string;
  team: string;
  location: string;
  kind: string;
  posted: string;
  manager: string;
  salary: string;
  stages: readonly (readonly [stage: string, candidates: number])[];
  recent: readonly Candidate[];
}

export const candidatesOf = (position: Position): number =>
  position.stages.reduce((sum, [, candidates]) => sum + candidates, 0);

export const positions: readonly Position[] = [
  {
    id: "product-designer",
    title: "Senior product designer",
    team: "Design",
    location: "Lisbon or remote",
    kind: "Full time",
    posted: "6 days ago",
    manager: "Ines Duarte",
    salary: "€62,000 – €78,000",
    stages: [
      ["Applied", 38],
      ["Phone screen", 9],
      ["Interview", 5],
      ["Offer", 1],
    ],
    recent: [
      { name: "Maya Lindqvist", stage: "Offer", applied: "2 Nov" },
      { name: "Tomasz Zielak", stage: "Interview", applied: "9 Nov" },
      { name: "Adaeze Obi", stage: "Interview", applied: "11 Nov" },
      { name: "Jonas Hald", stage: "Phone screen", applied: "18 Nov" },
    ],
  },
  {
    id: "backend-engineer",
    title: "Backend engineer, payments",
    team: "Engineering",
    location: "Berlin",
    kind: "Full time",
    posted: "2 weeks ago",
    manager: "Kofi Mensah",
    salary: "€70,000 – €92,000",
    stages: [
      ["Applied", 64],
      ["Phone screen", 14],
      ["Interview", 7],
      ["Offer", 2],
    ],
    recent: [
      { name: "Sara Benali", stage: "Offer", applied: "30 Oct" },
      { name: "Viktor Novak", stage: "Interview", applied: "6 Nov" },
      { name: "Hye-jin Park", stage: "Interview", applied: "8 Nov" },
    ],
  },
  {
    id: "customer-success",
    title: "Customer success lead",
    team: "Customer",
    location: "Dublin, hybrid",
    kind: "Full time",
    posted: "3 days ago",
    manager: "Dana Reyes",
    salary: "€55,000 – €64,000",
    stages: [
      ["Applied", 21],
      ["Phone screen", 4],
      ["Interview", 0],
      ["Offer", 0],
    ],
    recent: [
      { name: "Luca Ferri", stage: "Phone screen", applied: "21 Nov" },
      { name: "Nora Whelan", stage: "Applied", applied: "22 Nov" },
    ],
  },
  {
    id: "data-analyst",
    title: "Data analyst",
    team: "Operations",
    location: "Remote, Europe",
    kind: "Part time",
    posted: "Yesterday",
    manager: "Kofi Mensah",
    salary: "€38,000 – €46,000",
    stages: [
      ["Applied", 12],
      ["Phone screen", 0],
      ["Interview", 0],
      ["Offer", 0],
    ],
    recent: [{ name: "Elif Aydin", stage: "Applied", applied: "23 Nov" }],
  },
  {
    id: "office-manager",
    title: "Office manager",
    team: "Operations",
    location: "Lisbon",
    kind: "Full time",
    posted: "4 weeks ago",
    manager: "Ines Duarte",
    salary: "€32,000 – €38,000",
    stages: [
      ["Applied", 47],
      ["Phone screen", 8],
      ["Interview", 3],
      ["Offer", 1],
    ],
    recent: [
      { name: "Beatriz Sousa", stage: "Offer", applied: "1 Nov" },
      { name: "Peter Adler", stage: "Interview", applied: "4 Nov" },
    ],
  },
];
