/** Plans that come from elsewhere and go elsewhere: what a file means, and the file that a plan is. */
package dev.masterplan.planner.exchange;
