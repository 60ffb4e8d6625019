/** Tells the host how high the card wants to be, and whether it has a use for two columns: each answer once. */
export function createSize(tell: (height: number, wide: boolean) => void): (height: number, wide: boolean) => void {
  let told = "";
  return (height, wide) => {
    const whole = Math.ceil(height);
    const said = `${whole} ${wide}`;
    if (said === told || whole <= 0) return;
    told = said;
    tell(whole, wide);
  };
}
