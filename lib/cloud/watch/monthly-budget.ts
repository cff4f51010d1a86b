import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';

export interface MonthlyBudgetProps {
  dollars: number;
  email: string;
}

/** Tells when the account's bill of a month gets there, and when it is on its way: strangers cost money, too. */
export class MonthlyBudget extends Construct {
  constructor(scope: Construct, id: string, { dollars, email }: MonthlyBudgetProps) {
    super(scope, id);
    const { stackName, region } = Stack.of(this);
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED') => ({
      notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold: 100 },
      subscribers: [{ subscriptionType: 'EMAIL', address: email }],
    });
    new CfnBudget(this, 'Default', {
      budget: {
        // Budgets belong to the account, not to a region.
        budgetName: `${stackName}-${region}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: dollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [tell('ACTUAL'), tell('FORECASTED')],
    });
  }
}
