/**
 * What questions, answers, help articles and FAQ entries have in common: ids, authors, texts, pages
 * that are filtered for their reader. What a member sends twice becomes one post.
 */
package app.oegukmin.shared.post;
