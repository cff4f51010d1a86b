import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Environment } from 'aws-cdk-lib';
import { CallbackCenterStack } from './callback-center-stack.ts';
import { type Config, readConfig } from './stages/config.ts';
import { stackNameOf } from './stages/stack-name.ts';

export interface Synthesis {
  /** The folder with one bundle a function. */
  bundles: string;
  /** The folder with the console's bundled pages; needed by stages that host them. */
  pages?: string;
  /** Gets the templates and assets; the CDK command names one itself. */
  outdir?: string;
  context?: Record<string, unknown>;
  /**
   * `quick` leaves out what is for deployments only: CDK's validation against CloudFormation's rules
   * (2–3 s, 300 MB), stack traces and its construct tree.
   */
  checks: 'all' | 'quick';
  /** Adds rules that the stack must pass; handed in, because loading them takes a fifth of a second. */
  rules?: (app: App) => void;
}

export interface SynthesizedStack {
  outdir: string;
  stackName: string;
}

/** Writes the templates and assets of one stage. Needs no account. */
export function synthesize(synthesis: Synthesis): SynthesizedStack {
  const { bundles, pages, outdir, context, checks, rules } = synthesis;
  const app = new App({
    ...(outdir && { outdir }),
    ...(checks === 'quick' && quick),
    context: {
      ...featureFlags(),
      ...context,
      ...(checks === 'quick' && { 'aws:cdk:disable-stack-trace': true }),
    },
    analyticsReporting: false,
  });
  rules?.(app);
  // The command's own context is not in it: nobody deploys what only this machine plays.
  const purpose = context?.stage === 'local' ? 'play' : 'deploy';
  const config = readConfig(app.node.getAllContext(), purpose);
  const stack = new CallbackCenterStack(app, stackNameOf(config.stage), {
    config,
    bundles,
    pages,
    env: environmentOf(config),
  });
  return { outdir: app.synth().directory, stackName: stack.stackName };
}

const quick = { builtinCloudFormationValidation: false, treeMetadata: false };

/** What the configuration leaves open is the command's own account and region. */
function environmentOf({ account, region }: Config): Environment {
  return { ...(account && { account }), ...(region && { region }) };
}

/** The CDK command passes them on by itself; whoever runs without it gets the same template. */
function featureFlags(): Record<string, unknown> {
  const file = path.join(import.meta.dirname, '..', '..', 'cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
