/**
 * Tells phones of chat messages that nobody has taken, through Firebase Cloud Messaging (FCM). It
 * works outside the VPC, from which FCM cannot be reached.
 */
package app.oegukmin.notifier;
