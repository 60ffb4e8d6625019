/** Tells the host how high the card wants to be, each height once. */
export function createSize(tell: (height: number) => void): (height: number) => void {
  let told = 0;
  return (height) => {
    const whole = Math.ceil(height);
    if (whole === told || whole <= 0) return;
    told = whole;
    tell(whole);
  };
}
