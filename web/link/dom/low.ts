/** As the painter has them (src/paint/spacing.hpp). */
const LOW = 420;
const LEAST_CONTENT = 160;

/** Header and footer scroll with the content: the card is low, or they would leave too little of it to see. */
export const isLow = (height: number, bars: number): boolean => height < LOW || height - bars < LEAST_CONTENT;
