import path from 'node:path';
import { type CfnResource, RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledgeBringing } from '../base/cdk-providers.ts';

export interface PageFilesProps {
  bucket: IBucket;
  /** CDK's functions that empty the bucket when it goes. */
  emptying: readonly CfnResource[];
  /** The folder with the bundled pages; what they load is in `assets/`, under names that change with the content. */
  pages: string;
  logRetentionDays: RetentionDays;
}

/**
 * Brings the pages into their bucket. What earlier versions load stays there: a desk that is open
 * during a deployment goes on until it is loaded again.
 */
export class PageFiles extends Construct {
  readonly #props: PageFilesProps;
  readonly #log: LogGroup;
  readonly #assets: BucketDeployment;

  constructor(scope: Construct, id: string, props: PageFilesProps) {
    super(scope, id);
    this.#props = props;
    this.#log = new LogGroup(this, 'Log', {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#assets = new BucketDeployment(this, 'Assets', {
      sources: [Source.asset(path.join(props.pages, 'assets'))],
      destinationBucket: props.bucket,
      destinationKeyPrefix: 'assets',
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      prune: false,
      logGroup: this.#log,
    });
    this.#logEmptying();
    acknowledgeBringing(this.#assets.handlerRole, props.bucket);
  }

  /** The pages themselves, with `console.json`: asked for anew each time. */
  tell(settings: object): void {
    const { pages, bucket } = this.#props;
    const deployment = new BucketDeployment(this, 'Pages', {
      sources: [
        Source.asset(pages, { exclude: ['assets'] }),
        Source.jsonData('console.json', settings),
      ],
      destinationBucket: bucket,
      cacheControl: [CacheControl.fromString('no-cache')],
      prune: false,
      logGroup: this.#log,
    });
    deployment.node.addDependency(this.#assets);
  }

  /** Else they would keep their log for ever. */
  #logEmptying(): void {
    const settings = { LogGroup: this.#log.logGroupName };
    for (const fn of this.#props.emptying) fn.addPropertyOverride('LoggingConfig', settings);
  }
}
