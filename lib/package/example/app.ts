import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { PipelineAccess } from './pipeline-access.ts';
import { Shop } from './shop.ts';

/** A shop that calls its customers back: where it is tried, and where customers are. */
const app = new App();
new Shop(app, 'Test', { console: 'none' });
new Shop(app, 'Live', { events: {} });
new PipelineAccess(app, 'PipelineAccess', {
  repository: 'example/shop',
  environments: ['Test', 'Live'],
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
