/** Runs a callback of the host; what it throws is reported as the host's own error and changes nothing here. */
export function call<A extends unknown[]>(callback: ((...values: A) => void) | undefined, ...values: A): void {
  try {
    callback?.(...values);
  } catch (error) {
    reportError(error);
  }
}
