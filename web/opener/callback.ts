/** Runs a callback of the host; what it throws is reported as the host's own error and changes nothing here. */
export function call(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    reportError(error);
  }
}
