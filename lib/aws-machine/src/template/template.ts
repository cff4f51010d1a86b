import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A synthesized CloudFormation template, as far as the local cloud looks into it. */
export interface Template {
  Resources: Record<string, TemplateResource>;
  Parameters?: Record<string, TemplateParameter>;
  Conditions?: Record<string, unknown>;
  Outputs?: Record<string, { Value: unknown; Condition?: string }>;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
}

export interface TemplateParameter {
  Type: string;
  Default?: string | number;
}

/** The template of one stack, with the folder of each of its code assets by object key. */
export interface Assembly {
  template: Template;
  assetFolders: Map<string, string>;
}

interface AssetManifest {
  files: Record<string, { source: { path: string } }>;
}

/** Reads `<stack>.template.json` and `<stack>.assets.json` from a CDK output folder. */
export function readAssembly(folder: string, stackName: string): Assembly {
  return {
    template: readJson<Template>(path.join(folder, `${stackName}.template.json`)),
    assetFolders: assetFolders(folder, stackName),
  };
}

function assetFolders(folder: string, stackName: string): Map<string, string> {
  const manifest = readJson<AssetManifest>(path.join(folder, `${stackName}.assets.json`));
  const entries = Object.entries(manifest.files);
  return new Map(
    entries.map(([hash, file]) => [`${hash}.zip`, path.resolve(folder, file.source.path)]),
  );
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (cause) {
    throw new Error(`Cannot read ${file}: synthesize the stack first`, { cause });
  }
}
