// Resolved by the build to the file that Emscripten writes.
declare module "ats-link-module" {
  const factory: import("./module.ts").ModuleFactory;
  export default factory;
}
