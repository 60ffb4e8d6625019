/** Runs a callback of the host; what it throws is reported as the host's own error and changes nothing here. */
export function call(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    try {
      reportError(error);
    } catch {
      // A host may have a function of that name for itself.
    }
  }
}
