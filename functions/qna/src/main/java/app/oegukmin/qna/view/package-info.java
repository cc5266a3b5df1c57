/**
 * Counts who has looked at a question: in Valkey at once, in DynamoDB within a minute. Nothing that
 * dies on the way loses or doubles a view.
 */
package app.oegukmin.qna.view;
