import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { lockedPackages, type Shipped } from "./shipped.ts";

const { Component, ExternalReference, HashDictionary, LicenseExpression } = Models;

/** `sha512-<base64>` as CycloneDX wants it, in hex. */
const hashes = (integrity: string): InstanceType<typeof HashDictionary> =>
  new HashDictionary([
    [Enums.HashAlgorithm["SHA-512"], Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex")],
  ]);

function shippedComponent({ name, version, license, purl, source, integrity }: Shipped): Models.Component {
  const component = new Component(Enums.ComponentType.Library, name, {
    version,
    purl,
    bomRef: purl,
    scope: Enums.ComponentScope.Required,
    ...(integrity !== undefined && { hashes: hashes(integrity) }),
  });
  component.licenses.add(new LicenseExpression(license));
  component.externalReferences.add(new ExternalReference(source, Enums.ExternalReferenceType.Distribution));
  return component;
}

/** Tools of the build and the tests: nothing of them is shipped, but they could have changed what is. */
function toolComponents(except: ReadonlySet<string>): Models.Component[] {
  return lockedPackages()
    .filter(({ name, version }) => !except.has(`${name} ${version}`))
    .map(({ name, version, license, integrity }) => {
      const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
      const component = new Component(Enums.ComponentType.Library, name, {
        version,
        purl,
        bomRef: purl,
        scope: Enums.ComponentScope.Excluded,
        hashes: hashes(integrity),
      });
      component.licenses.add(new LicenseExpression(license));
      return component;
    });
}

/** The software bill of materials as CycloneDX 1.6 JSON. Without a time or a serial number: equal builds, equal bytes. */
export function sbom(version: string, parts: readonly Shipped[]): string {
  const product = new Component(Enums.ComponentType.Application, "ats-link", {
    version,
    bomRef: "ats-link",
    purl: `pkg:npm/ats-link@${version}`,
  });
  product.licenses.add(new LicenseExpression("Apache-2.0"));
  const components = parts.map(shippedComponent);
  for (const { bomRef } of components) product.dependencies.add(bomRef);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: product }) });
  const except = new Set(parts.map(({ name, version: of }) => `${name} ${of}`));
  for (const component of [...components, ...toolComponents(except)]) bom.components.add(component);
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const serializer = new Serialize.JsonSerializer(factory);
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
